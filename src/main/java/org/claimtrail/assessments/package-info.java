/**
 * Assessments: what an organisation judges of a claim, on which scale, on what evidence; the way of a version from
 * draft to publication; corrections. A published version is never replaced but by another one that is listed.
 */
@NullMarked
package org.claimtrail.assessments;

import org.jspecify.annotations.NullMarked;

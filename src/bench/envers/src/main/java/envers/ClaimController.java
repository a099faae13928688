package envers;

import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The five requests that are measured. No validation but that of the columns. */
@RestController
@RequestMapping("/claims")
class ClaimController {

    private final Desk desk;

    ClaimController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/{id}")
    Claim get(@PathVariable long id) {
        return desk.claim(id);
    }

    @GetMapping
    List<Summary> page(@RequestParam(defaultValue = "9223372036854775807") long before) {
        return desk.page(before);
    }

    @GetMapping("/search")
    List<Found> search(@RequestParam String words) {
        return desk.search(words);
    }

    @PostMapping
    ResponseEntity<Claim> create(@RequestBody Claim claim) {
        Claim made = desk.record(claim);
        return ResponseEntity.created(URI.create("/claims/" + made.id)).body(made);
    }

    @PutMapping("/{id}/assessment")
    Assessment assess(@PathVariable long id, @RequestBody Assessment assessment) {
        return desk.assess(id, assessment);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    void missing(NoSuchElementException e) {}
}

package org.claimtrail.shared.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.LastHttpContent;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which a request has begun, and whose head does not come to its end: nobody above Netty knows of
 * them yet. Netty finds this by its service file, once the switch is on. Over HTTP/2 more than heads is said between requests,
 * so that a later head has as long as a connection may be idle: what is said in that time keeps none open but a request.
 */
public final class SlowHeads extends ChannelInitializerExtension {

    /** The system property by which Netty looks for extensions, to be set before it is first used. */
    public static final String SWITCH = EXTENSIONS_SYSTEM_PROPERTY;

    public static final String ON = "serviceload";

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        Duration head = config.getConfigMapping(HttpConfig.class).headTimeout();
        Duration idle = config.getValue("quarkus.http.idle-timeout", Duration.class);
        channel.pipeline().addFirst(new Watch(channel.pipeline(), head, idle));
    }

    /** Tells that a head was read to its end. */
    static void arrived(RoutingContext routing) {
        Watch watch = watch(routing);
        if (watch != null) {
            watch.arrived(routing);
        }
    }

    /**
     * Tells, of the request that {@link #arrived} last, whether its client has sent the body, even if nobody has read it yet,
     * as while a database hangs that is to say who the client is. Always false where that cannot be known.
     */
    static BooleanSupplier bodyArrived(RoutingContext routing) {
        Watch watch = watch(routing);
        if (watch == null || !watch.seesBodies) {
            return () -> false;
        }
        long turn = watch.heads;
        return () -> watch.bodies.get() >= turn;
    }

    private static @Nullable Watch watch(RoutingContext routing) {
        return routing.request().connection() instanceof ConnectionBase connection
                ? connection.channel().pipeline().get(Watch.class)
                : null;
    }

    /** Of one connection; used by its event loop alone, but for the bodies. */
    private static final class Watch extends ChannelInboundHandlerAdapter {

        private final ChannelPipeline pipeline;
        private final Duration idle;
        private Duration patience;
        private @Nullable Future<?> end;
        private int underWay;
        private boolean seesBodies;
        private long heads;
        /** Their ends, in the order of the heads, but not always behind the turn of theirs: a client need not wait for it. */
        private final AtomicLong bodies = new AtomicLong();

        Watch(ChannelPipeline pipeline, Duration head, Duration idle) {
            this.pipeline = pipeline;
            this.patience = head;
            this.idle = idle;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to be closed
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (underWay == 0 && end == null) {
                end = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }

        void arrived(RoutingContext routing) {
            stop();
            underWay++;
            routing.addEndHandler(ended -> underWay--);
            if (routing.request().version() == HttpVersion.HTTP_2) {
                patience = idle;
                return;
            }
            heads++;
            watchBodies();
        }

        /** Behind what makes requests of bytes. A body's end follows its head, so that it is not too late for this one. */
        private void watchBodies() {
            if (!seesBodies) {
                pipeline.addBefore(pipeline.lastContext().name(), null, new BodyEnds(this));
                seesBodies = true;
            }
        }

        /** What came of a request that is answered already, refused before its body was there, was no slow head. */
        void bodyEnded() {
            bodies.incrementAndGet();
            if (underWay == 0) {
                stop();
            }
        }

        private void stop() {
            Future<?> waiting = end;
            if (waiting != null) {
                waiting.cancel(false);
                end = null;
            }
        }
    }

    private static final class BodyEnds extends ChannelInboundHandlerAdapter {

        private final Watch watch;

        BodyEnds(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof LastHttpContent) {
                watch.bodyEnded();
            }
            context.fireChannelRead(message);
        }
    }
}

package org.claimtrail.shared.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which a request has begun, and whose head does not come to its end: nobody above Netty knows of
 * them yet. Netty finds this by its service file, once the switch is on. HTTP/2 has its own way to send a head, and is
 * let alone once a first request was understood.
 */
public final class SlowHeads extends ChannelInitializerExtension {

    /** The system property by which Netty looks for extensions, to be set before it is first used. */
    public static final String SWITCH = EXTENSIONS_SYSTEM_PROPERTY;

    public static final String ON = "serviceload";

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        long millis = ConfigProvider.getConfig()
                .unwrap(io.smallrye.config.SmallRyeConfig.class)
                .getConfigMapping(HttpConfig.class)
                .headTimeout()
                .toMillis();
        channel.pipeline().addFirst(new Watch(millis));
    }

    /** Tells that a head was read to its end. */
    static void arrived(RoutingContext routing) {
        if (routing.request().connection() instanceof ConnectionBase connection) {
            Watch watch = connection.channel().pipeline().get(Watch.class);
            if (watch != null) {
                watch.arrived(routing);
            }
        }
    }

    /** Of one connection; used by its event loop alone. */
    private static final class Watch extends ChannelInboundHandlerAdapter {

        private final long millis;
        private @Nullable Future<?> end;
        private int underWay;

        Watch(long millis) {
            this.millis = millis;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to be closed
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (underWay == 0 && end == null) {
                end = context.executor().schedule(() -> context.close(), millis, TimeUnit.MILLISECONDS);
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
            if (routing.request().version() == HttpVersion.HTTP_2) {
                return; // and so nothing is timed from here on
            }
            routing.addEndHandler(ended -> underWay--);
        }

        private void stop() {
            Future<?> waiting = end;
            if (waiting != null) {
                waiting.cancel(false);
                end = null;
            }
        }
    }
}

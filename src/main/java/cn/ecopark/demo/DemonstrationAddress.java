package cn.ecopark.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import cn.ecopark.shared.Installation;
import cn.ecopark.shared.NodeMemory;

/** Tells whoever started the demonstration where it is. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class DemonstrationAddress {

	private static final Logger LOGGER = LoggerFactory.getLogger(DemonstrationAddress.class);

	private final String password;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private int port;

	DemonstrationAddress(Installation installation) {
		this.password = installation.demoPassword();
	}

	@EventListener
	void on(WebServerInitializedEvent started) {
		this.port = started.getWebServer().getPort();
	}

	@EventListener(ApplicationReadyEvent.class)
	void announce() {
		LOGGER.info("演示已就绪：打开 http://localhost:{}/demo/people ，选择任一虚构人员即可进入；用户名登录的密码均为 {}", this.port, this.password);
	}

}

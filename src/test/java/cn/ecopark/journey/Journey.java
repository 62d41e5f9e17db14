package cn.ecopark.journey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test that travels through one world. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = { "ecopark.demonstration=true", "ecopark.documents.wait-for-verdict=60s" })
@Tag("journey")
@Import(RequestCosts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey {

	@LocalServerPort
	private int port;

	private final World world = new World(() -> "http://localhost:" + this.port);

	World world() {
		return this.world;
	}

	Party as(String name) {
		return this.world.as(name);
	}

	void on(String day) {
		this.world.on(day);
	}

}

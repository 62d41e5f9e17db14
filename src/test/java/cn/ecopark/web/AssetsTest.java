package cn.ecopark.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A browser keeps scripts and style sheet for good, and gets new ones at once. */
@SpringBootTest
@AutoConfigureMockMvc
class AssetsTest {

	private static final String FOR_GOOD = "max-age=31536000, public, immutable";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Frame frame;

	@ParameterizedTest
	@ValueSource(strings = { "app.js", "upload.js", "diagram.js", "diagram.css", "viewer.js", "template.js",
			"studio.js", "studio.css", "ecopark.css", "icons.svg" })
	void areKeptForGoodAndSentSmall(String name) throws Exception {
		String address = this.frame.asset(name);
		assertThat(address).matches("/build/[a-z]+-[0-9a-zA-Z]{8,12}\\.[a-z]+");
		this.mvc.perform(get(address).header(HttpHeaders.ACCEPT_ENCODING, "br"))
			.andExpect(status().isOk())
			.andExpect(header().string(HttpHeaders.CACHE_CONTROL, FOR_GOOD))
			.andExpect(header().string(HttpHeaders.CONTENT_ENCODING, "br"))
			.andExpect(header().string(HttpHeaders.VARY, "Accept-Encoding"))
			.andExpect(cookie().doesNotExist("SESSION"));
		this.mvc.perform(get(address).header(HttpHeaders.ACCEPT_ENCODING, "gzip"))
			.andExpect(header().string(HttpHeaders.CONTENT_ENCODING, "gzip"));
		this.mvc.perform(get(address)).andExpect(header().doesNotExist(HttpHeaders.CONTENT_ENCODING));
	}

	@Test
	void areAskedForByHeadToo() throws Exception {
		this.mvc.perform(head(this.frame.asset("app.js")))
			.andExpect(status().isOk())
			.andExpect(header().string(HttpHeaders.CACHE_CONTROL, FOR_GOOD));
	}

	/** During an upgrade the other node does not have it yet. */
	@Test
	void areNotKeptWhenThereIsNone() throws Exception {
		this.mvc.perform(get("/build/app-AAAAAAAA.js"))
			.andExpect(status().isNotFound())
			.andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-store")));
	}

	@Test
	void areKnownByTheirNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.frame.asset("no-such.js"));
	}

}

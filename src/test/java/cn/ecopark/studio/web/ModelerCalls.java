package cn.ecopark.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/**
 * The three calls of the desktop Camunda Modeler, with what it sends along.
 *
 * @param url what stands as “REST endpoint” in its dialog
 * @param authorization the header; null for none
 */
record ModelerCalls(MockMvc mvc, String url, @Nullable String authorization) {

	static ModelerCalls of(MockMvc mvc, UUID draft, String token) {
		return new ModelerCalls(mvc, "/modeler/" + draft, "Bearer " + token);
	}

	static String basic(String name, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	ModelerCalls by(@Nullable String other) {
		return new ModelerCalls(this.mvc, this.url, other);
	}

	ModelerCalls inEnglish() {
		return new ModelerCalls(this.mvc, this.url + "/en", this.authorization);
	}

	/**
	 * What it was answered.
	 *
	 * @param json never null, since the Modeler reads JSON before it looks at the status
	 */
	record Answer(int status, JsonNode json, MockHttpServletResponse response) {

		String message() {
			return this.json.path("message").asString("");
		}

	}

	Answer checkConnection() throws Exception {
		return answer(get(this.url + "/deployment?maxResults=0"));
	}

	Answer version() throws Exception {
		return answer(get(this.url + "/version"));
	}

	Answer deploy(String file, String content) throws Exception {
		return deploy(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * @param files content by file name, which is the name of the part as well
	 */
	Answer deploy(Map<String, byte[]> files) throws Exception {
		MockMultipartHttpServletRequestBuilder form = multipart(this.url + "/deployment/create");
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("deployment-name", "diagram");
		fields.put("deployment-source", "Camunda Modeler");
		fields.put("enable-duplicate-filtering", "true");
		fields.put("deploy-changed-only", "true");
		fields.forEach(form::param);
		files.forEach((name, content) -> form.file(new MockMultipartFile(name, name, "text/xml", content)));
		return answer(form);
	}

	Answer answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		request.header(HttpHeaders.ACCEPT, "application/json");
		if (this.authorization != null) {
			request.header(HttpHeaders.AUTHORIZATION, this.authorization);
		}
		MockHttpServletResponse answer = this.mvc.perform(request).andReturn().getResponse();
		return new Answer(answer.getStatus(),
				JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8)), answer);
	}

}

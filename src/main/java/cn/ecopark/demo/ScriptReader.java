package cn.ecopark.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what happens in the demonstration. */
final class ScriptReader {

	private ScriptReader() {
	}

	/**
	 * @param file on the class path, YAML; an entry that nobody knows is a mistake
	 */
	static Script read(String file, JsonMapper json) {
		try (InputStream content = new ClassPathResource(file).getInputStream()) {
			Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
			return json.rebuild()
				.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.build()
				.convertValue(read, Script.class);
		}
		catch (IOException problem) {
			throw new IllegalStateException("Cannot read " + file, problem);
		}
	}

}

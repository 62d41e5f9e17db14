package cn.ecopark.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.NodeMemory;

/**
 * Which status a problem has: {@code problems.properties}, one line per problem that is
 * not simply something the user has to change (422). Its words are in the messages under
 * {@code problem.<key>}.
 */
@Component
public class ProblemCatalogue {

	private static final String FILE = "problems.properties";

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Properties statuses;

	ProblemCatalogue() {
		try {
			this.statuses = PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	public HttpStatus statusOf(String problem) {
		String status = this.statuses.getProperty(problem);
		return (status != null) ? HttpStatus.valueOf(Integer.parseInt(status.strip()))
				: HttpStatus.UNPROCESSABLE_CONTENT;
	}

}

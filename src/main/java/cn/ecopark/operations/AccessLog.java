package cn.ecopark.operations;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.apache.catalina.valves.AccessLogValve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Writes who asked for what when, by what address, a file each day. What was asked in
 * words, behind the question mark, is left out.
 */
@Component
@EnableConfigurationProperties(AccessLogSettings.class)
class AccessLog implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	/** Moment, address, method, path, status, bytes, microseconds. */
	private static final String LINE = "%{yyyy-MM-dd'T'HH:mm:ss.SSSZ}t %a %m %U %s %B %D";

	private final AccessLogSettings settings;

	AccessLog(AccessLogSettings settings) {
		this.settings = settings;
	}

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		Path folder = this.settings.folder();
		if (folder != null) {
			server.addEngineValves(writingTo(folder));
		}
	}

	AccessLogValve writingTo(Path folder) {
		AccessLogValve log = new AccessLogValve();
		log.setDirectory(folder.toAbsolutePath().toString());
		log.setPrefix("access");
		log.setFileDateFormat(".yyyy-MM-dd");
		log.setSuffix(".log");
		log.setEncoding(StandardCharsets.UTF_8.name());
		log.setPattern(LINE);
		// The address that the proxy names, where it is trusted.
		log.setRequestAttributesEnabled(true);
		log.setMaxDays((int) this.settings.keep().toDays());
		return log;
	}

}

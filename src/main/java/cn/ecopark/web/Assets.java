package cn.ecopark.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;

import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

import cn.ecopark.shared.NodeMemory;

/**
 * Scripts, style sheets and pictures of the screens. The build names each by the digest
 * of its content, so that a browser keeps it for good and never has an old one, and
 * compresses it once.
 */
@Component
class Assets implements WebMvcConfigurer {

	private static final String FOLDER = "/build/";

	private static final Duration FOR_GOOD = Duration.ofDays(365);

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Properties names;

	Assets() {
		try {
			this.names = PropertiesLoaderUtils.loadAllProperties("assets.properties");
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/**
	 * @param name as the source of the asset is named
	 * @return its address
	 * @throws IllegalArgumentException if the build made none of that name
	 */
	String address(String name) {
		String built = this.names.getProperty(name);
		if (built == null) {
			throw new IllegalArgumentException("No asset " + name);
		}
		return FOLDER + built;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler(FOLDER + "**")
			.addResourceLocations("classpath:/static" + FOLDER)
			.setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(new EncodedResourceResolver());
	}

}

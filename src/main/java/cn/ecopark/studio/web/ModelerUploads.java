package cn.ecopark.studio.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import cn.ecopark.web.UploadAddress;

/** Where the desktop Modeler sends diagrams to, in Chinese and in English. */
@Configuration(proxyBeanMethods = false)
class ModelerUploads {

	/** Several diagrams at once; what may be in one is asked of each. */
	static final DataSize LARGEST = DataSize.ofMegabytes(5);

	@Bean
	UploadAddress diagramsOfTheModeler() {
		return new UploadAddress("/modeler/{draft}/deployment/create", LARGEST, false);
	}

	@Bean
	UploadAddress diagramsOfTheModelerInEnglish() {
		return new UploadAddress("/modeler/{draft}/en/deployment/create", LARGEST, false);
	}

}

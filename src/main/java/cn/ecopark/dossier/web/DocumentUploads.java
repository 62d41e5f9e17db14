package cn.ecopark.dossier.web;

import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.web.UploadAddress;

/** Where a document is handed in without scripts. */
@Configuration(proxyBeanMethods = false)
class DocumentUploads {

	@Bean
	UploadAddress documentsInOneForm(MultipartProperties limits) {
		return new UploadAddress("/documents", limits.getMaxRequestSize(), false);
	}

}

package cn.ecopark.wholefile.web;

import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.web.UploadAddress;

/** Where a whole file is sent to be checked. */
@Configuration(proxyBeanMethods = false)
class CheckUploads {

	@Bean
	UploadAddress wholeFilesToBeChecked(MultipartProperties limits) {
		return new UploadAddress("/whole-file/check", limits.getMaxRequestSize(), false);
	}

}

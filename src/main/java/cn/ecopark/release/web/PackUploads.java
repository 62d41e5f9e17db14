package cn.ecopark.release.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import cn.ecopark.release.PackedRelease;
import cn.ecopark.web.UploadAddress;

/** Where a release is sent as one ZIP file. */
@Configuration(proxyBeanMethods = false)
class PackUploads {

	@Bean
	UploadAddress releasesToBeTaken() {
		return new UploadAddress("/admin/packs", DataSize.ofMegabytes(PackedRelease.MOST_MEGABYTES), false);
	}

}

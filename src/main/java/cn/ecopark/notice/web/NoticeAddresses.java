package cn.ecopark.notice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.web.PublicAddress;

/** Where a crowd may read at once. */
@Configuration(proxyBeanMethods = false)
class NoticeAddresses {

	@Bean
	PublicAddress listOfNotices() {
		return new PublicAddress("/notices");
	}

	@Bean
	PublicAddress oneNotice() {
		return new PublicAddress("/notices/{id}");
	}

}

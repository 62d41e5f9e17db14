package cn.ecopark.notice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.web.PublicAddress;

/** Where a crowd may read at once. */
@Configuration(proxyBeanMethods = false)
class NoticeAddresses {

	@Bean
	PublicAddress listOfNotices(CaseTime time) {
		return new PublicAddress("/notices", time::today);
	}

	@Bean
	PublicAddress oneNotice(CaseTime time) {
		return new PublicAddress("/notices/{id}", time::today);
	}

}

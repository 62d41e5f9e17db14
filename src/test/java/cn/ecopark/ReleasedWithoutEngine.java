package cn.ecopark;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.shared.Sha256;

/** Modules that are tested without the engine find the shipped packs released. */
@TestConfiguration
public class ReleasedWithoutEngine {

	@Bean
	SmartInitializingSingleton shippedPacksAreReleased(JdbcClient jdbc) {
		return () -> PackFiles.shippedPacks().forEach(pack -> release(jdbc, pack, PackFiles.shipped(pack)));
	}

	/** Brings a further pack into force as its first release. */
	public static void release(JdbcClient jdbc, String pack, PackFiles files) {
		jdbc.sql("""
				INSERT INTO pack_release (id, pack, number, state, origin, digest, made_at, released_at)
				VALUES (:id, :pack, 1, 'RELEASED', 'SHIPPED', :digest, now(), now())
				""").param("id", pack + ".1").param("pack", pack).param("digest", files.digest()).update();
		files.all().forEach((path, content) -> {
			String sha256 = Sha256.hex(content);
			jdbc.sql("INSERT INTO pack_content (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING")
				.params(sha256, content)
				.update();
			jdbc.sql("INSERT INTO pack_resource (release, path, sha256) VALUES (?, ?, ?)")
				.params(pack + ".1", path, sha256)
				.update();
		});
	}

}

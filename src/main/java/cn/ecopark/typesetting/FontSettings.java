package cn.ecopark.typesetting;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import cn.ecopark.calendar.CaseTime;

/**
 * The fonts of the documents. {@code ecopark.typesetting.fonts.folder} names the folder
 * with the licensed ones, {@code ecopark.typesetting.fonts.fang-song},
 * {@code xiao-biao-song}, {@code hei}, {@code kai} and {@code song} the files in it
 * (TrueType).
 */
@Configuration(proxyBeanMethods = false)
class FontSettings {

	private static final String PREFIX = "ecopark.typesetting.fonts.";

	private static final Map<Face, String> NAMES = Map.of(Face.FANG_SONG, "fang-song", Face.XIAO_BIAO_SONG,
			"xiao-biao-song", Face.HEI, "hei", Face.KAI, "kai", Face.SONG, "song");

	@Bean
	Typesetter typesetter(Environment environment, CaseTime time) {
		@Nullable String folder = environment.getProperty(PREFIX + "folder");
		Map<Face, String> files = new EnumMap<>(Face.class);
		NAMES.forEach((face, name) -> {
			@Nullable String file = environment.getProperty(PREFIX + name);
			if (file != null && !file.isBlank()) {
				files.put(face, file.strip());
			}
		});
		return new Typesetter(new Fonts(folder == null || folder.isBlank() ? null : Path.of(folder), files),
				() -> time.now().atZone(CaseTime.ZONE));
	}

}

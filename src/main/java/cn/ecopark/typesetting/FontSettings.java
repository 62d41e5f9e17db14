package cn.ecopark.typesetting;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.calendar.CaseTime;

/** The fonts of the documents, as the settings name them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FontFiles.class)
class FontSettings {

	@Bean
	Typesetter typesetter(FontFiles named, CaseTime time) {
		Map<Face, String> files = new EnumMap<>(Face.class);
		put(files, Face.FANG_SONG, named.fangSong());
		put(files, Face.XIAO_BIAO_SONG, named.xiaoBiaoSong());
		put(files, Face.HEI, named.hei());
		put(files, Face.KAI, named.kai());
		put(files, Face.SONG, named.song());
		String folder = named.folder();
		return new Typesetter(new Fonts(folder == null || folder.isBlank() ? null : Path.of(folder), files),
				() -> time.now().atZone(CaseTime.ZONE));
	}

	private static void put(Map<Face, String> files, Face face, @Nullable String file) {
		if (file != null && !file.isBlank()) {
			files.put(face, file.strip());
		}
	}

}

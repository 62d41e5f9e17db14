package cn.ecopark.typesetting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Licensed fonts of the official documents, TrueType.
 *
 * @param folder where they are; null for those that come with the program
 * @param fangSong file of 仿宋 in that folder
 * @param xiaoBiaoSong file of 小标宋
 * @param hei file of 黑体
 * @param kai file of 楷体
 * @param song file of 宋体
 */
@Validated
@ConfigurationProperties("ecopark.typesetting.fonts")
record FontFiles(@Nullable String folder, @Nullable String fangSong, @Nullable String xiaoBiaoSong,
		@Nullable String hei, @Nullable String kai, @Nullable String song) {
}

package cn.ecopark.web;

import org.springframework.util.unit.DataSize;

/**
 * Where a form with a file may be sent to; a module that takes files names it by a bean.
 * Anywhere else such a form is refused before anything of it is read.
 *
 * @param pattern of the path
 * @param largest of the whole form
 * @param forEverybody whether somebody who is not signed in may send one
 */
public record UploadAddress(String pattern, DataSize largest, boolean forEverybody) {
}

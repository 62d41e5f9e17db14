package cn.ecopark.notice;

import java.util.List;

/**
 * The period of a public notice is over.
 *
 * @param waiting cases that are held back by an objection
 */
public record NoticeClosed(String batchId, List<String> waiting) {
}

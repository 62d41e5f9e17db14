package cn.ecopark.web.view;

/** One entry of a filter, a select or a group of radio buttons. */
public record Choice(String value, String label, boolean chosen) {
}

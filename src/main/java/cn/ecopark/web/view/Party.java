package cn.ecopark.web.view;

import java.util.List;

/**
 * One party of a case.
 *
 * @param role what it is in the case, for instance 省级部门
 * @param people who acts for it; may be empty
 * @param acting whether the case lies with it now
 */
public record Party(String role, String unit, List<String> people, boolean acting) {
}

/**
 * The page on which a panel gets another leader, and how the Office learns that one is
 * needed.
 */
@NullMarked
package cn.ecopark.expert.web;

import org.jspecify.annotations.NullMarked;

/** The pages on which whole files are made, fetched and checked. */
@NullMarked
package cn.ecopark.wholefile.web;

import org.jspecify.annotations.NullMarked;

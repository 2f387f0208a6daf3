/// The shell of every page: templates, messages, navigation, forms, errors.
@NullMarked
package lectern.platform.web;

import org.jspecify.annotations.NullMarked;

/** Forms that runs wait for: GET and POST /v1/form/human_input/{form_token}. */
@NullMarked
package io.holdfast.gateway.form;

import org.jspecify.annotations.NullMarked;

/** How far one explanation foretells what happens when blocks are replaced together, from replacements that its effects were not estimated from. */
package io.limen.explainer.domain.faithfulness.joint;

/** Model repositories and images on the file system. */
package io.limen.explainer.adapter.store;

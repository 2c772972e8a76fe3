/** What every service decides about who calls it over HTTP: rules alone, which know no server. */
package io.limen.schemas.access;

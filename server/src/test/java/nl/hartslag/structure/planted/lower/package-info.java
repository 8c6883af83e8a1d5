@ApplicationModule(allowedDependencies = {})
package nl.hartslag.structure.planted.lower;

import org.springframework.modulith.ApplicationModule;

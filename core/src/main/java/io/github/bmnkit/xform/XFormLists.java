package io.github.bmnkit.xform;

import java.util.Set;

/** How the code lists of a form stand in its instances. */
final class XFormLists {
    static final String CODE = "name";
    static final String LABEL = "itextId";
    static final String PARENT = "parent";

    private static final Set<String> OWN = Set.of(CODE, LABEL, PARENT);

    private XFormLists() {}

    /** The element of an attribute; one ends with an underscore where its name is taken. */
    static String element(String attribute) {
        String bare = attribute.replaceAll("_+$", "");
        return OWN.contains(bare) ? attribute + "_" : attribute;
    }
}

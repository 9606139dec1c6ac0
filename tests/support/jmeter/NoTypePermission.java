// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
package com.thoughtworks.xstream.security;

/**
 * Stands in front of XStream's class of the same name. Debian's JMeter 2.13 is older than XStream's list of allowed
 * types and names none, so that XStream refuses every test plan. XStream starts that list with this permission: allow
 * all here, and plans load again. Only for plans of our own.
 */
public class NoTypePermission implements TypePermission {
    public static final TypePermission NONE = new NoTypePermission();

    @Override
    public boolean allows(Class type) {
        return true;
    }
}

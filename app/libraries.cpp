// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/libraries.h"

#include "core/database/engine/sqlite_memory.h"

#include <QtGlobal>

namespace seonchak {

void setUpLibraries()
{
    // GLib's event loop takes two thousand instructions more for each pass than Qt's own, which is an eighth
    // of a sold-out answer. The main thread keeps GLib's, which a window may need.
    qputenv("QT_NO_THREADED_GLIB", "1");
    lightenSqlite();
}

} // namespace seonchak

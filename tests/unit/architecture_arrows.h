// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

/// Who may include whom, as tables. tst_architecture holds the tree against them.
namespace seonchak::architecture {

/// Which parts of core a part of core may include, besides itself. The arrows of the design, as a table.
inline const QMap<QString, QStringList> &coreArrows()
{
    static const QStringList ground{"core/async", "core/coupon"};
    static const QStringList outside = ground + QStringList{"core/redis", "core/database", "core/partner"};
    static const QMap<QString, QStringList> arrows{
        {"core/coupon", {}},
        {"core/async", {"core/coupon"}},
        {"core/redis", ground},
        {"core/database", ground},
        {"core/partner", ground},
        {"core/watch", outside},
        {"core/doctor", outside + QStringList{"core/watch", "core/issue"}},
        {"core/newsale", outside + QStringList{"core/watch", "core/issue", "core/doctor"}},
        {"core/webhook", outside},
        {"core/issue", outside + QStringList{"core/watch", "core/webhook"}},
        {"core/wire", outside + QStringList{"core/watch", "core/webhook", "core/issue", "core/doctor"}},
        {"core/record", ground},
        {"core/lab", outside + QStringList{"core/watch", "core/issue", "core/record"}},
        {"core/dossier", outside + QStringList{"core/watch", "core/issue", "core/record"}},
    };
    return arrows;
}

/// The folders of core's largest parts, in an order in which an include points only to the left.
inline const QMap<QString, QStringList> &innerOrders()
{
    static const QMap<QString, QStringList> orders{
        {"core/issue", {"ground", "path", "repair", "stock", "engine", "administration", "sale"}},
        {"core/database", {"engine", "book", "journal"}},
        {"core/lab",
         {"plan", "send", "jmeter", "partner", "rig", "judge", "trial", "report", "compare", "crash",
          "race"}},
    };
    return orders;
}

/// Whether a folder of the window may include another: the page folders, which are all but these, know what
/// lies under them and do not know each other; the desk knows them all.
inline bool mayWindowInclude(const QString &from, const QString &to)
{
    static const QStringList ground{"ui/parts", "ui/port"};
    static const QStringList noPages = ground + QStringList{"ui/remote", "ui/book", "ui/desk"};
    if (from == "ui/parts")
        return false;
    if (from == "ui/port")
        return to == "ui/parts";
    return ground.contains(to) || (from == "ui/desk" && !noPages.contains(to));
}

/// Which layers a layer may include, besides itself.
inline const QMap<QString, QStringList> &layerArrows()
{
    static const QMap<QString, QStringList> arrows{
        {"core", {}},
        {"server", {"core"}},
        {"ui", {"core"}},
        {"app", {"core", "server", "ui"}},
        {"tests", {"core", "server", "ui", "app"}},
    };
    return arrows;
}

/// Qt modules that a layer must not know, by the beginnings of their headers.
inline const QMap<QString, QRegularExpression> &foreignHeaders()
{
    static const QString window =
        "QtWidgets|QtGui|QtCharts|QWidget|QApplication|QGuiApplication|QMainWindow|QDialog|"
        "QMessageBox|QPainter|QPixmap|QImage|QIcon|QAction|QChart";
    static const QString http = "QtHttpServer|QHttpServer|QAbstractHttpServer";
    static const QMap<QString, QRegularExpression> foreign{
        {"core", QRegularExpression("^(" + window + "|" + http + ")")},
        {"server", QRegularExpression("^(" + window + ")")},
        {"ui", QRegularExpression("^(" + http + ")")},
    };
    return foreign;
}

} // namespace seonchak::architecture

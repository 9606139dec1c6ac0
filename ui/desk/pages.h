// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/page_context.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace seonchak {

class DashboardMemory;
class Looks;
class SettingsPort;
struct Lab;

/// What the pages are joined by, besides the context that all of them get.
struct PageLinks
{
    std::function<void(const QByteArray &code)> openBiography;
    std::function<void(qint64 user)> openUser;
    DashboardMemory &memory;
    Looks &looks;
    SettingsPort *settings = nullptr; ///< none: the page says so
    Lab *lab = nullptr;               ///< none: there is no such page
    QStringList guide = {};           ///< the folders in which the guide may lie
    QString oldBook = {};             ///< the name of the old book that is shown; empty: it is a sale of now
};

/// A page of the window. It is made when it is first opened.
struct PageEntry
{
    QString key;   ///< "coupons"; the page's place in the window, in every language
    QString title; ///< in the sidebar; empty: it is opened from other pages only
    std::function<QWidget *(QWidget *parent)> make;
};

namespace page {
inline const QString dashboard = QStringLiteral("dashboard");
inline const QString coupons = QStringLiteral("coupons");
inline const QString whyNot = QStringLiteral("why");
inline const QString doubts = QStringLiteral("doubts");
inline const QString lab = QStringLiteral("lab");
inline const QString audit = QStringLiteral("audit");
inline const QString webhooks = QStringLiteral("webhooks");
inline const QString settings = QStringLiteral("settings");
inline const QString biography = QStringLiteral("biography");
} // namespace page

/// In the order of the sidebar.
QList<PageEntry> pagesOf(const PageContext &context, const PageLinks &links);

} // namespace seonchak

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

/// What links the pages, besides their common context.
struct PageLinks
{
    std::function<void(const QByteArray &code)> openBiography;
    std::function<void(qint64 user)> openUser;
    DashboardMemory &memory;
    Looks &looks;
    SettingsPort *settings = nullptr; ///< null: the page says so
    Lab *lab = nullptr;               ///< null: there is no such page
    QStringList guide = {};           ///< the folders to search for the guide
    QString oldBook = {};             ///< the name of the displayed old book; empty: the current sale
};

/// A page of the window, created when it is first opened.
struct PageEntry
{
    QString key;   ///< "coupons"; identifies the page in every language
    QString title; ///< in the sidebar; empty: opened only from other pages
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

/// In the sidebar's order.
QList<PageEntry> pagesOf(const PageContext &context, const PageLinks &links);

} // namespace seonchak

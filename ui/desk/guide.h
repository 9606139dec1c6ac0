// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace seonchak {

/// The guide's file about a page of the window, in the window's language (QLocale's default), else in
/// English; its first page if there is none about that page. Empty: these folders have no guide.
QString guideFile(const QStringList &folders, const QString &page);

} // namespace seonchak

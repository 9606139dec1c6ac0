// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace seonchak {

/// Translates the program and Qt into a locale's language while this object exists; English if no translation
/// fits. Needs the application; create it before the first widget.
class Languages
{
public:
    explicit Languages(const QLocale &locale);
    ~Languages();
    Languages(const Languages &) = delete;
    Languages &operator=(const Languages &) = delete;

    /// "ko", or empty for English: the first of the user's languages that we support.
    static QString best(const QStringList &uiLanguages);

private:
    std::vector<std::unique_ptr<QTranslator>> m_ours;
    QTranslator m_qts;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace seonchak {

/// The program's texts, and Qt's own, in the language of a locale for as long as this object lives; English
/// where there is no better. Needs the application, and is made before the first widget.
class Languages
{
public:
    explicit Languages(const QLocale &locale);
    ~Languages();
    Languages(const Languages &) = delete;
    Languages &operator=(const Languages &) = delete;

    /// "ko", or empty for English: the first of the reader's languages that we have.
    static QString best(const QStringList &uiLanguages);

private:
    std::vector<std::unique_ptr<QTranslator>> m_ours;
    QTranslator m_qts;
};

} // namespace seonchak

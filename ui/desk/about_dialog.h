// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/plain_dialog.h"
#include "ui/parts/theme.h"

#include <QList>

class QLayout;

namespace seonchak {

class ToneLabel;

/// A library that this program uses.
struct UsedLibrary
{
    QString name;    ///< "hiredis"
    QString version; ///< "1.1.0"
};

/// About this program: version, licence, and libraries, as a text to copy into a report.
class AboutDialog : public PlainDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(const QList<UsedLibrary> &libraries, QWidget *parent = nullptr);
    /// The window's content as text.
    [[nodiscard]] QString text() const { return m_text; }

private:
    ToneLabel *line(const char *name, const QString &words, theme::Tone tone, double scale = 1);
    QLayout *buttons();

    QString m_text;
};

} // namespace seonchak

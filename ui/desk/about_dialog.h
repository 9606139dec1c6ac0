// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/theme.h"

#include <QDialog>
#include <QList>

class QLayout;

namespace seonchak {

class ToneLabel;

/// A library that this program runs on.
struct UsedLibrary
{
    QString name;    ///< "hiredis"
    QString version; ///< "1.1.0"
};

/// What this program is: version, licence, and what it runs on, to be copied into a report.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(const QList<UsedLibrary> &libraries, QWidget *parent = nullptr);
    /// Of the whole window, as text.
    [[nodiscard]] QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ToneLabel *line(const char *name, const QString &words, theme::Tone tone, double scale = 1);
    QLayout *buttons();

    QString m_text;
};

} // namespace seonchak

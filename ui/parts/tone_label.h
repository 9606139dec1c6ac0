// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/theme.h"

#include <QLabel>

namespace seonchak {

/// Plain text in a tone. The colour is taken from the palette when painting, so a change from light to dark
/// works by itself. Never interprets its text as markup.
class ToneLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ToneLabel(const QString &name, QWidget *parent = nullptr);
    /// A paragraph: a text that is wrapped, at the least so wide.
    static ToneLabel *wrapped(const char *name, const QString &text, QWidget *parent, int leastWidth = 0);
    [[nodiscard]] theme::Tone tone() const { return m_tone; }
    void setTone(theme::Tone tone);
    /// Shows a result: the sentence, with the details in its tool tip.
    void tell(theme::Tone tone, const QString &sentence, const QString &detail = {});
    /// Relative to the application's font.
    void setScale(double scale, bool bold = false);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintText(QPainter &painter, const QRect &where) const;

private:
    theme::Tone m_tone = theme::Tone::Plain;
};

/// One line that is never cut off: the font is as large as the space permits.
class FitLabel : public ToneLabel
{
    Q_OBJECT
public:
    explicit FitLabel(const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    /// The largest font in which the text fits `room`.
    [[nodiscard]] QFont fitted(const QSize &room) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont scaled(double scale) const;
};

/// A tool tip that shows `text` literally, even if it looks like markup, with line breaks.
QString plainToolTip(const QString &text);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/tone_label.h"

namespace seonchak {

/// A short text with a coloured dot, in a round frame. The text says the same as the colour.
class Pill : public QWidget
{
    Q_OBJECT
public:
    explicit Pill(const QString &name, QWidget *parent = nullptr);
    /// `tone` is the colour of the dot.
    void show(theme::Tone tone, const QString &words, const QString &details);
    [[nodiscard]] theme::Tone tone() const { return m_tone; }
    [[nodiscard]] QString text() const { return m_words->text(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ToneLabel *m_words;
    theme::Tone m_tone = theme::Tone::Waiting;
};

} // namespace seonchak

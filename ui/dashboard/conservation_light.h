// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"
#include "ui/parts/tone_label.h"

namespace seonchak {

struct Reading;

/// The light across the window: green where every coupon is accounted for, red where not, grey while nobody
/// knows.
class ConservationLight : public Card
{
    Q_OBJECT
public:
    explicit ConservationLight(QWidget *parent = nullptr);
    void show(const Reading &reading);
    [[nodiscard]] theme::Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showUnknown(const Reading &reading);

    ToneLabel *m_verdict;
    ToneLabel *m_sentence;
    theme::Tone m_tone = theme::Tone::Waiting;
};

} // namespace seonchak

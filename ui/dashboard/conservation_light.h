// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "ui/parts/card.h"
#include "ui/parts/tone_label.h"

namespace seonchak {

struct Reading;
struct Status;

/// The light across the window: green if every coupon is accounted for, red with the first thing to check if
/// not, grey while unknown.
class ConservationLight : public Card
{
    Q_OBJECT
public:
    explicit ConservationLight(QWidget *parent = nullptr);
    /// `conservedAt`: when the numbers last added up; 0: never seen.
    void show(const Reading &reading, WallMs conservedAt, WallMs now);
    [[nodiscard]] theme::Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showUnknown(const Reading &reading);
    static QString whereToLook(const Status &status);

    ToneLabel *m_verdict;
    ToneLabel *m_sentence;
    ToneLabel *m_hint;
    theme::Tone m_tone = theme::Tone::Waiting;
};

} // namespace seonchak

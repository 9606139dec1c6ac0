// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/outage.h"
#include "ui/parts/tone_label.h"

namespace seonchak {

struct ForeignFound;
struct Reading;

/// The strip below the header that appears when the sale cannot issue: what is unavailable and what to do
/// about it.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);
    void show(const Reading &reading);
    /// Adds a widget with actions at the end of the strip.
    void addActs(QWidget *acts);
    [[nodiscard]] theme::Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct News
    {
        theme::Tone tone = theme::Tone::Bad;
        QString what; ///< empty: no trouble
        QString toDo;
        WallMs since = 0; ///< 0: unknown, or only recently
    };
    static News newsOf(const Reading &reading);
    static News attachmentNews(const Reading &reading);
    static News silenceNews(const Reading &reading);
    static News awayNews(const Reading &reading);
    static News redisNews(const Reading &reading);
    static News refusalNews(const Reading &reading, const Outage &outage);
    static WallMs sinceBoth(const Reading &reading);
    static WallMs sinceOf(const Reading &reading, Outage::Service service);
    static QString cureOf(Outage::Cure cure);
    static QString wordsOf(const Reading &reading, Outage::Service service);
    static News foreignNews(const ForeignFound &found);

    ToneLabel *m_what;
    ToneLabel *m_toDo;
    theme::Tone m_tone = theme::Tone::Plain;
};

} // namespace seonchak

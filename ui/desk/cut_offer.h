// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/database/book/book_cut.h"
#include "ui/parts/asker.h"
#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <qcoro/qcorotask.h>

#include <stop_token>

namespace seonchak {

class ActionButton;
class ToneLabel;
struct Reading;

/// The strip that offers what to do with an interrupted long act: finish it, keep what exists, or void what
/// exists. One act at a time; Later postpones it to the next start. Parts: `cutWhat`, `cutSentence`,
/// `cutFinish`, `cutKeep`, `cutVoid`, `cutLater`.
class CutOffer : public QWidget
{
    Q_OBJECT
public:
    static constexpr int periodMs = 4000;

    /// The context must have `underWay`.
    explicit CutOffer(const PageContext &context, QWidget *parent = nullptr);
    ~CutOffer() override;
    void show(const Reading &reading);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Stage { None, Offered, AtWork, Told };
    enum class Choice { Made, Open, NotKnown }; ///< NotKnown: the book could not be read
    static QCoro::Task<> look(QPointer<CutOffer> self, DeskPort &port);
    static QCoro::Task<> settle(QPointer<CutOffer> self, DeskPort &port, CutAct act, CutChoice choice,
                                Work work);
    void layOut();
    void take(const Result<QList<CutAct>> &acts);
    void offer(const CutAct &act);
    void choose(CutChoice choice);
    void begin(CutChoice choice);
    void tell(theme::Tone tone, const QString &what, const QString &sentence);
    void end(const CutAct &act, CutChoice choice, const Result<qint64> &result, Choice left);
    void later();
    void setStage(Stage stage);
    [[nodiscard]] Question questionFor(CutChoice choice) const;
    static QString whatOf(const CutAct &act);
    static QString sentenceOf(const CutAct &act);
    static QString doneText(const CutAct &act, CutChoice choice, qint64 count);

    DeskPort &m_port;
    Asker &m_asker;
    UnderWay &m_underWay;
    ToneLabel *m_what;
    ToneLabel *m_sentence;
    ActionButton *m_finish;
    ActionButton *m_keep;
    ActionButton *m_void;
    ActionButton *m_later;
    QTimer m_timer;
    std::stop_source m_stop;
    CutAct m_act;
    Stage m_stage = Stage::None;
    bool m_looking = false;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/delays.h"
#include "core/watch/event_log.h"
#include "core/watch/job.h"
#include "core/watch/status.h"
#include "core/wire/place_json.h"
#include "core/wire/presence_json.h"
#include "ui/remote/desk_wire.h"
#include "ui/remote/stream_reader.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace seonchak {

/// Keeps an attached window at its server: asks who it is there, follows the stream, and comes back by
/// itself, ever more slowly and never at the same time as others. Where a proxy holds the stream back it asks
/// instead, four times a second. Lives on the window's thread.
class DeskLink : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    DeskLink(DeskWire &wire, const Clock &clock, QObject *parent = nullptr);

    void start();
    /// At once, if it is not connected.
    void tryNow();
    /// A reading has come since the last failure.
    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// What the last attempt ended with; None while it is connected or was never tried.
    [[nodiscard]] const AttachFailure &failure() const { return m_failure; }
    /// What the server said of itself; nothing before the first answer.
    [[nodiscard]] const std::optional<json::DeskPlaceInfo> &place() const { return m_place; }
    /// Who else is attached there, as it was told last; nobody before that.
    [[nodiscard]] const DesksPresent &others() const { return m_others; }
    /// The doubts that are selected in this window: the server tells the others, now and for as long as it is
    /// attached.
    void tellOpened(const QList<qint64> &doubts);
    /// What an answer other than a good one means for the attachment.
    [[nodiscard]] static AttachFailure meaningOf(const DeskAnswer &answer, bool hasToken);

Q_SIGNALS:
    void heard(const seonchak::Status &status);
    void happened(const seonchak::Event &event);
    /// A long act there has begun, is further or has ended.
    void worked(const seonchak::Job &job);
    /// All that the server knows of, at the beginning of a stream.
    void jobsRead(const QList<seonchak::Job> &jobs);
    /// Connected or not, another place, another reason.
    void changed();

private:
    static QCoro::Task<> ask(QPointer<DeskLink> self);
    static QCoro::Task<> look(QPointer<DeskLink> self);
    static QCoro::Task<> poll(QPointer<DeskLink> self);
    static QCoro::Task<> catchUp(QPointer<DeskLink> self);
    static QCoro::Task<> say(QPointer<DeskLink> self);
    void takeDesk(const DeskAnswer &answer);
    void takeOthers(DesksPresent present);
    void listen();
    void take(const StreamReader::Event &event);
    void takeEvent(const Event &event);
    void takeReading(const QByteArray &text);
    void onEnd(const DeskAnswer &answer);
    void fail(AttachFailure failure);
    void again(int delayMs);
    void check();
    [[nodiscard]] DeskRequest streamRequest() const;

    DeskWire &m_wire;
    const Clock &m_clock;
    std::optional<json::DeskPlaceInfo> m_place;
    AttachFailure m_failure;
    json::DeskTold m_told; ///< what this window says of itself, under a name that it made up
    DesksPresent m_others;
    bool m_saying = false;
    bool m_sayAgain = false;
    StreamReader m_reader;
    Delays m_delays;
    QTimer m_retry;
    QTimer m_checks;
    qint64 m_heardNs = 0; ///< anything of the stream, or an answer
    quint64 m_cursor = 0; ///< the last serial that came
    int m_attempts = 0;   ///< in vain, one after the other
    int m_heldBack = 0;   ///< streams that brought nothing though the server answers
    bool m_connected = false;
    qint64 m_lookedNs = 0; ///< when the place was asked for last
    bool m_asking = false;
    bool m_looking = false;
    bool m_listening = false;
    bool m_hasRead = false; ///< of the present stream
    bool m_polling = false;
};

} // namespace seonchak

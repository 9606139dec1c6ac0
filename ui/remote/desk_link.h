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

/// Connects an attached window to its server: asks for the user's identity, follows the stream, and
/// reconnects with backoff and jitter. If a proxy holds the stream back it polls instead, four times a
/// second. Lives on the window's thread.
class DeskLink : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    DeskLink(DeskWire &wire, const Clock &clock, QObject *parent = nullptr);

    void start();
    /// Whether a reading has arrived since the last failure.
    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// The last attempt's failure; None while connected or never tried.
    [[nodiscard]] const AttachFailure &failure() const { return m_failure; }
    /// The server's description of itself; nullopt before the first answer.
    [[nodiscard]] const std::optional<json::DeskPlaceInfo> &place() const { return m_place; }
    /// The other attached clients, as last reported; empty before that.
    [[nodiscard]] const DesksPresent &others() const { return m_others; }
    /// Reports the doubts selected in this window; the server informs the others, now and as long as it is
    /// attached.
    void tellOpened(const QList<qint64> &doubts);
    /// What a failed answer means for the attachment.
    [[nodiscard]] static AttachFailure meaningOf(const DeskAnswer &answer, bool hasToken);

Q_SIGNALS:
    void heard(const seonchak::Status &status);
    void happened(const seonchak::Event &event);
    /// A long act on the server has begun, progressed or ended.
    void worked(const seonchak::Job &job);
    /// All jobs known to the server, at the beginning of a stream.
    void jobsRead(const QList<seonchak::Job> &jobs);
    /// The connection, the place or the failure has changed.
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
    json::DeskTold m_told; ///< this window's report, under a self-chosen id
    DesksPresent m_others;
    bool m_saying = false;
    bool m_sayAgain = false;
    StreamReader m_reader;
    Delays m_delays;
    QTimer m_retry;
    QTimer m_checks;
    qint64 m_heardNs = 0; ///< the last data of the stream, or the last answer
    quint64 m_cursor = 0; ///< the last serial received
    int m_attempts = 0;   ///< consecutive failures
    int m_heldBack = 0;   ///< streams without data although the server answers
    bool m_connected = false;
    qint64 m_lookedNs = 0; ///< when the place was last requested
    bool m_asking = false;
    bool m_looking = false;
    bool m_listening = false;
    bool m_hasRead = false; ///< in the present stream
    bool m_polling = false;
};

} // namespace seonchak

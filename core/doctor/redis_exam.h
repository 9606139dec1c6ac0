// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/exams.h"
#include "core/doctor/redis_link.h"

namespace seonchak::doctor {

/// Examines a Redis that answers: its configuration, then its data.
class RedisExam
{
public:
    RedisExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet);
    void run();

private:
    void lookAtInfo();
    void judgeVersion(const QByteArray &info);
    void judgeRole(const QByteArray &info);
    void judgeEviction(const QByteArray &info);
    void judgePersistence(const QByteArray &info);

    const Surroundings &m_surroundings;
    RedisLink &m_link;
    Sheet &m_sheet;
};

} // namespace seonchak::doctor

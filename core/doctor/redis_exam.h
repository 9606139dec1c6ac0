// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/exams.h"
#include "core/doctor/redis_link.h"
#include "core/redis/keys.h"

namespace seonchak::doctor {

/// Examines a Redis that answers.
class RedisExam
{
public:
    RedisExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet);
    void run();

private:
    // Its configuration.
    void lookAtInfo();
    void judgeVersion(const QByteArray &info);
    void judgeRole(const QByteArray &info);
    void judgeEviction(const QByteArray &info);
    void judgePersistence(const QByteArray &info);
    // What it permits, and what it contains.
    void tryCommands();
    void loadScripts();
    void lookForExpiry();
    void compareClocks();
    [[nodiscard]] std::vector<QByteArray> sampleKeys(const QByteArray &prefix, int mostPages);
    [[nodiscard]] QString permissionTrouble(const RedisResult &answer, const char *expected) const;

    const Surroundings &m_surroundings;
    RedisLink &m_link;
    Sheet &m_sheet;
    const Keys m_keys;
};

} // namespace seonchak::doctor

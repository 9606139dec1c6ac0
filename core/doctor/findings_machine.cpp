// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/findings.h"

namespace seonchak::doctor {

namespace {

using enum Status;

constexpr Finding machineTable[] = {
    {"partner-reachable", "mock", Ok, {"the mock store (a rehearsal)", "모의 편의점입니다(연습)"}, {"", ""}},
    {"partner-reachable",
     "mock-live",
     Failed,
     {"a live sale with the mock store", "실제 판매인데 모의 편의점을 씁니다"},
     {"Give the real partner with --store URL", "--store URL로 실제 제휴사를 지정하세요"}},
    {"partner-reachable",
     "answers",
     Ok,
     {"the partner answers at %1", "제휴사가 %1에서 응답합니다"},
     {"", ""}},
    {"partner-reachable",
     "away",
     Failed,
     {"the partner cannot be reached at %1: %2", "%1의 제휴사에 연결할 수 없습니다: %2"},
     {"Check the address and certificate of --store, and the firewall",
      "--store의 주소와 인증서, 방화벽을 확인하세요"}},
    {"partner-reachable",
     "no-contract",
     Failed,
     {"the partner at %1 is there (%2), but does not answer a question about a coupon as the contract says",
      "%1의 제휴사에 연결되지만(%2) 쿠폰 조회에 약속한 대로 응답하지 않습니다"},
     {"Check the path and the credentials of --store, and that GET /coupons/{code} answers 404 for an "
      "unknown "
      "code",
      "--store의 경로와 인증 정보를 확인하고 모르는 코드에 GET /coupons/{code}가 404로 응답하는지 "
      "확인하세요"}},

    {"disk-space", "enough", Ok, {"%1 MiB free in %2", "%2에 %1 MiB가 비어 있습니다"}, {"", ""}},
    {"disk-space",
     "little",
     Warning,
     {"only %1 MiB free in %2", "%2에 %1 MiB만 비어 있습니다"},
     {"Make room: 1 GiB or more", "1 GiB 이상 비우세요"}},
    {"disk-space",
     "full",
     Failed,
     {"only %1 MiB free in %2", "%2에 %1 MiB만 비어 있습니다"},
     {"Make room: 1 GiB or more, or choose another --data-dir",
      "1 GiB 이상 비우거나 다른 --data-dir를 고르세요"}},

    {"disk-fsync",
     "fast",
     Ok,
     {"fsync takes %1 ms (median) in %2", "%2에서 fsync에 %1 ms가 걸립니다(중앙값)"},
     {"", ""}},
    {"disk-fsync",
     "slow",
     Warning,
     {"fsync takes %1 ms (median) in %2", "%2에서 fsync에 %1 ms가 걸립니다(중앙값)"},
     {"Use a faster disk for --data-dir", "--data-dir에 더 빠른 디스크를 쓰세요"}},
    {"disk-fsync",
     "refused",
     Failed,
     {"%1 cannot be written: %2", "%1에 쓸 수 없습니다: %2"},
     {"Give this user the right to write there, or choose another --data-dir",
      "이 사용자에게 쓰기 권한을 주거나 다른 --data-dir를 고르세요"}},

    {"descriptors", "enough", Ok, {"%1 file descriptors", "파일 디스크립터 %1개"}, {"", ""}},
    {"descriptors",
     "few",
     Warning,
     {"only %1 file descriptors: so many connections, less some 200",
      "파일 디스크립터가 %1개뿐이어서 연결 수가 그보다 200개쯤 적게 제한됩니다"},
     {"Raise the limit: ulimit -n 65536, or LimitNOFILE=65536 in the unit",
      "한도를 늘리세요: ulimit -n 65536 또는 유닛의 LimitNOFILE=65536"}},
    {"descriptors",
     "too-few",
     Failed,
     {"only %1 file descriptors", "파일 디스크립터가 %1개뿐입니다"},
     {"Raise the limit: ulimit -n 65536, or LimitNOFILE=65536 in the unit",
      "한도를 늘리세요: ulimit -n 65536 또는 유닛의 LimitNOFILE=65536"}},

    {"port", "any", Ok, {"any free port of %1", "%1의 빈 포트를 씁니다"}, {"", ""}},
    {"port", "free", Ok, {"%1 is free", "%1이(가) 비어 있습니다"}, {"", ""}},
    {"port", "ours", Ok, {"a Seonchak answers at %1", "%1에서 Seonchak이 응답합니다"}, {"", ""}},
    {"port",
     "taken",
     Failed,
     {"%1 is taken by another program", "다른 프로그램이 %1을(를) 쓰고 있습니다"},
     {"End that program (ss -ltnp shows it), or choose another port with --listen",
      "그 프로그램을 끝내거나(ss -ltnp로 찾을 수 있습니다) --listen으로 다른 포트를 고르세요"}},
    {"port",
     "refused",
     Failed,
     {"%1 cannot be listened on: %2", "%1에서 수신할 수 없습니다: %2"},
     {"Choose an address of this machine and a port above 1023 with --listen",
      "--listen으로 이 컴퓨터의 주소와 1023보다 큰 포트를 고르세요"}},

    {"listen-token",
     "loopback",
     Ok,
     {"%1 is reached from this machine only", "%1은(는) 이 컴퓨터에서만 접근할 수 있습니다"},
     {"", ""}},
    {"listen-token", "token", Ok, {"a token is needed", "토큰이 있어야 접근할 수 있습니다"}, {"", ""}},
    {"listen-token",
     "open",
     Failed,
     {"others can reach %1 and there is no token", "다른 컴퓨터가 %1에 접근할 수 있지만 토큰이 없습니다"},
     {"Add one with seonchakd token add, give one with --admin-token-file FILE (mode 0600), or listen on "
      "127.0.0.1",
      "seonchakd token add로 토큰을 추가하거나, --admin-token-file FILE(모드 0600)로 지정하거나, "
      "127.0.0.1에서 수신하세요"}},

    {"config-file", "none", Ok, {"no config file", "설정 파일이 없습니다"}, {"", ""}},
    {"config-file", "fine", Ok, {"%1 has no fault", "%1에 문제가 없습니다"}, {"", ""}},
    {"config-file",
     "readable",
     Failed,
     {"%1 holds a password and can be read by others (mode %2)",
      "%1에 비밀번호가 있는데 다른 사용자가 읽을 수 있습니다(모드 %2)"},
     {"chmod 600 %1, and change the password", "chmod 600 %1을 실행하고 비밀번호를 바꾸세요"}},

    {"secrets", "none", Ok, {"no file of secrets", "비밀 파일이 없습니다"}, {"", ""}},
    {"secrets",
     "fine",
     Ok,
     {"only their owner can read them: %1", "소유자만 읽을 수 있습니다: %1"},
     {"", ""}},
    {"secrets",
     "readable",
     Failed,
     {"%1 can be read by others (mode %2)", "다른 사용자가 %1을(를) 읽을 수 있습니다(모드 %2)"},
     {"chmod 600 %1, and change what is in it", "chmod 600 %1을 실행하고 그 안의 비밀을 바꾸세요"}},
    {"secrets",
     "token",
     Failed,
     {"the admin token cannot be used: %1", "관리자 토큰을 쓸 수 없습니다: %1"},
     {"Put one line with the token into the file of --admin-token-file, mode 0600",
      "--admin-token-file의 파일에 토큰 한 줄을 넣고 모드를 0600으로 하세요"}},
};

} // namespace

std::span<const Finding> machineFindings()
{
    return machineTable;
}

} // namespace seonchak::doctor
